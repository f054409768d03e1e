package dev.stagedoor.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.Map;

/** The Chromium of this machine, controlled by Playwright. All tests of a run share one browser process. */
public final class Chromium {

    /** Time for the steps and assertions of a test. A busy machine needs many seconds to render Swagger UI. */
    private static final double TIMEOUT_MILLIS = 60_000;

    private static Browser browser;

    private Chromium() {}

    /** Opens an isolated browser context, which shares no cookies or storage with others. */
    public static BrowserContext window(NewContextOptions options) {
        var context = running().newContext(options);
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        return context;
    }

    private static synchronized Browser running() {
        if (browser == null) {
            browser = start(Program.CHROMIUM.path());
            PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
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
