package dev.stagedoor;

import dev.stagedoor.platform.job.JobLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service or one of its jobs. */
@SpringBootApplication
public class StagedoorApplication {

    public static void main(String[] args) {
        JobLauncher.launch(StagedoorApplication.class, args);
    }
}
