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

    /** What goes by the clock would take rows, and its lock, from a test that runs at that hour. */
    @Test
    void doesNothingByTheTimeOfDay() {
        assertThat(schedule.getScheduledTasks()).isNotEmpty().noneMatch(task -> task.getTask() instanceof CronTask);
    }
}
