package dev.stagedoor.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether to make demo data.
 *
 * @param demoData null where nobody decided: then yes on the embedded database, else no
 */
@ConfigurationProperties("stagedoor")
record DemoProperties(Boolean demoData) {}
