package dev.stagedoor;

import dev.stagedoor.platform.job.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or a job of it. */
@SpringBootApplication
public class StagedoorApplication {

    public static void main(String[] args) {
        Launcher.launch(StagedoorApplication.class, args);
    }
}
