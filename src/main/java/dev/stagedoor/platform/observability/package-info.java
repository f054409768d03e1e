/** Metrics that are computed on a schedule, structured logs without personal data, and OpenTelemetry. */
package dev.stagedoor.platform.observability;
