package dev.stagedoor.dashboard;

import dev.stagedoor.platform.web.EntityTags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the dashboard at {@code /dashboard}, the settings page at {@code /preferences}, and the chart library at {@code /dashboard/lib/chart.js/<version>}. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class DashboardConfiguration implements WebMvcConfigurer {

    private static final String PAGE = "/dashboard/";
    private static final String SETTINGS = "/preferences/";
    private static final String LIBRARY = PAGE + "lib/chart.js/";

    private final EntityTags tags;

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        for (var page : List.of(PAGE, SETTINGS)) {
            views.addRedirectViewController(page.substring(0, page.length() - 1), page);
            views.addViewController(page).setViewName("forward:" + page + "index.html");
        }
    }

    /** The files use digests as ETags, because files in a JAR have no meaningful modification date. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        for (var page : List.of(PAGE, SETTINGS)) {
            files.addResourceHandler(page + "**")
                    .addResourceLocations("classpath:/static" + page)
                    .setCacheControl(CacheControl.noCache())
                    .setEtagGenerator(this::tag)
                    .setUseLastModified(false);
        }
        files.addResourceHandler(LIBRARY + "**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/chart.js/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .setUseLastModified(false);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new PageHeaders()).addPathPatterns(PAGE + "**", SETTINGS + "**");
    }

    /** A weak ETag, because Tomcat does not compress responses with a strong one. */
    private String tag(Resource file) {
        try {
            return "W/" + tags.of(file.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
