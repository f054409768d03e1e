package dev.stagedoor.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The demo data setting.
 *
 * @param demoData whether to create demo data; null means only on the embedded database
 */
@ConfigurationProperties("stagedoor")
record DemoProperties(Boolean demoData) {

    boolean isEnabled(boolean isEmbedded) {
        return demoData == null ? isEmbedded : demoData;
    }
}
