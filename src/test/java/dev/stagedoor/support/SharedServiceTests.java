package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@StagedoorTest
class SharedServiceTests {

    @Autowired
    ScheduledTaskHolder schedule;

    /** Nightly tasks would delete rows of tests that run at that time. */
    @Test
    void testServiceHasNoCronTasks() {
        assertThat(schedule.getScheduledTasks()).isNotEmpty().noneMatch(task -> task.getTask() instanceof CronTask);
    }
}
