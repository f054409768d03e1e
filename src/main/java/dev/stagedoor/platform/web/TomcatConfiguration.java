package dev.stagedoor.platform.web;

import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.condition.ConditionalOnJava;
import org.springframework.boot.system.JavaVersion;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;

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

    /** Bounds each read of a body. The connection timeout of {@code application.yaml} bounds each write of a response. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> uploadTimeout(BodyProperties body) {
        return factory -> factory.addConnectorCustomizers(connector -> {
            var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
            protocol.setDisableUploadTimeout(false);
            protocol.setConnectionUploadTimeout((int) body.timeout().toMillis());
        });
    }

    /** Before Java 24, a virtual thread that waits for a monitor pins its carrier thread. */
    @Bean
    @ConditionalOnJava(JavaVersion.TWENTY_FOUR)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> virtualThreads() {
        return factory -> {
            factory.addProtocolHandlerCustomizers(
                    protocol -> protocol.setExecutor(new VirtualThreadTaskExecutor("request-")));
            factory.addEngineValves(new FairnessValve());
        };
    }
}
