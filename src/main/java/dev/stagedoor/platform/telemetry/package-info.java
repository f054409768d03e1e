/** What leaves the process for its operators: log lines without personal data, and OpenTelemetry where it is asked for. */
package dev.stagedoor.platform.telemetry;
