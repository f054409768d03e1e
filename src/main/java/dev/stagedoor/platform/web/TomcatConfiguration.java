package dev.stagedoor.platform.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnJava;
import org.springframework.boot.system.JavaVersion;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures problem responses for errors that Tomcat detects, and virtual threads. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    /** Before Java 24, a virtual thread that waits for a monitor pins its carrier thread. */
    @Bean
    @ConditionalOnJava(JavaVersion.TWENTY_FOUR)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> virtualThreads(
            @Value("${server.tomcat.threads.max}") int maxConcurrentRequests) {
        return factory -> {
            factory.addProtocolHandlerCustomizers(
                    protocol -> protocol.setExecutor(new BoundedVirtualThreadExecutor(maxConcurrentRequests)));
            factory.addEngineValves(new FairnessValve());
        };
    }
}
