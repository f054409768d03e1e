package dev.stagedoor.account;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of account deletion.
 *
 * @param purgeAfter the grace period in which a deleted account can be restored
 */
@Validated
@ConfigurationProperties("stagedoor.account")
record AccountProperties(@DurationMin Duration purgeAfter) {}
