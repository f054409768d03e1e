package dev.stagedoor.dashboard;

import dev.stagedoor.platform.web.EntityTags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the dashboard at {@code /dashboard} and the chart library at {@code /dashboard/lib/chart.js/<version>}. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class DashboardConfiguration implements WebMvcConfigurer {

    private static final String PAGE = "/dashboard/";
    private static final String LIBRARY = PAGE + "lib/chart.js/";

    private final EntityTags tags;

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/dashboard", PAGE);
        views.addViewController(PAGE).setViewName("forward:" + PAGE + "index.html");
    }

    /** The files use digests as ETags, because files in a JAR have no meaningful modification date. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler(PAGE + "**")
                .addResourceLocations("classpath:/static/dashboard/")
                .setCacheControl(CacheControl.noCache())
                .setEtagGenerator(this::tag)
                .setUseLastModified(false);
        files.addResourceHandler(LIBRARY + "**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/chart.js/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .setUseLastModified(false);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new PageHeaders()).addPathPatterns(PAGE + "**");
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
