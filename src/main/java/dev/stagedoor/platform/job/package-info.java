/** Work without a caller: jobs that the artifact runs and ends with, and what is done on a schedule. */
package dev.stagedoor.platform.job;
