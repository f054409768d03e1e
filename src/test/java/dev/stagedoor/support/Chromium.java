package dev.stagedoor.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Map;

/** The Chromium of this machine, controlled by Playwright. All tests of a run share one browser process. */
public final class Chromium {

    private static Browser browser;

    private Chromium() {}

    /** Opens an isolated browser context, which shares no cookies or storage with others. */
    public static BrowserContext window(NewContextOptions options) {
        return running().newContext(options);
    }

    private static synchronized Browser running() {
        if (browser == null) {
            browser = start(Program.CHROMIUM.path());
        }
        return browser;
    }

    /**
     * Starts the driver and the browser. Both end with this JVM.
     *
     * @throws com.microsoft.playwright.PlaywrightException with the output of the browser if it does not start
     */
    static Browser start(Path executable) {
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var driver = Playwright.create(options);
        try {
            return driver.chromium().launch(new LaunchOptions().setExecutablePath(executable));
        } catch (RuntimeException failure) {
            driver.close();
            throw failure;
        }
    }
}
