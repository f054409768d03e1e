package dev.stagedoor.account;

import dev.stagedoor.platform.job.FailureMessage;
import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.web.ValidatedJson;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;

/** Creates accounts from a file with one JSON object per line. */
@Slf4j
@Component
@JobDefinition(value = "import-users", options = ImportJob.FILE + "=")
@RequiredArgsConstructor
class ImportJob implements Job {

    static final String FILE = "file";

    private final ValidatedJson json;
    private final ImportService accounts;
    private final ApplicationArguments arguments;

    @Override
    public boolean run() {
        var file = arguments.getOptionValues(FILE).get(0);
        var run = new ImportRun(json, accounts);
        try (var lines = ImportLines.open(Path.of(file))) {
            return run.importAll(lines);
        } catch (IOException | InvalidPathException unreadable) {
            log.error(
                    "Cannot read the file {} after line {}: {}",
                    file,
                    run.lines(),
                    FailureMessage.sentence(unreadable));
            return false;
        }
    }
}
