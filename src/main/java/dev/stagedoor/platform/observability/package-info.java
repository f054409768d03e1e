/** Metrics that are computed on a schedule, structured logs without personal data, and OpenTelemetry. */
@NullMarked
package dev.stagedoor.platform.observability;

import org.jspecify.annotations.NullMarked;
