package dev.stagedoor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class StagedoorApplication {

    public static void main(String[] args) {
        SpringApplication.run(StagedoorApplication.class, args);
    }
}
