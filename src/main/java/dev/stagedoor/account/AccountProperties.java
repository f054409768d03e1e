package dev.stagedoor.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How accounts end.
 *
 * @param purgeAfter how long a deleted account can be restored
 */
@ConfigurationProperties("stagedoor.account")
record AccountProperties(Duration purgeAfter) {}
