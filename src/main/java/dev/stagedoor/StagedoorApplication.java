package dev.stagedoor;

import dev.stagedoor.platform.job.JobLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or a job of it. */
@SpringBootApplication
public class StagedoorApplication {

    public static void main(String[] args) {
        JobLauncher.launch(StagedoorApplication.class, args);
    }
}
