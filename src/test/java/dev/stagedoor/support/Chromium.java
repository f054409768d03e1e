package dev.stagedoor.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Map;

/** A real browser, this machine's own; there is one for all tests of a run. */
public final class Chromium {

    private static Browser browser;

    private Chromium() {}

    /** A window of its own, as of a browser that was never used. Skips the test where there is no Chromium. */
    public static BrowserContext window(NewContextOptions options) {
        return running().newContext(options);
    }

    private static synchronized Browser running() {
        if (browser == null) {
            browser = start(Installed.program("chromium"));
        }
        return browser;
    }

    /** The driver, and with it the browser, ends with this process. */
    private static Browser start(Path program) {
        var driver = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(driver).chromium().launch(new LaunchOptions().setExecutablePath(program));
    }
}
