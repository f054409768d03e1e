package dev.stagedoor.account;

import dev.stagedoor.account.ImportService.Result;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.ValidatedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

/** The state of one import. Messages contain line numbers but no values, which may be personal. */
@Slf4j
@RequiredArgsConstructor
final class ImportRun {

    private static final int BATCH = 1_000;
    private static final int LINES_PER_REPORT = 10_000;

    private final ValidatedJson json;
    private final ImportService accounts;

    /** The values of earlier lines, with the names of their fields. */
    private final DigestSet values = new DigestSet();

    private final List<ImportedUser> batch = new ArrayList<>();
    private final Map<String, Long> linesByEmail = new HashMap<>();

    private long lines;
    private long imported;
    private long existing;
    private long rejected;

    long lines() {
        return lines;
    }

    /** Returns whether no line was rejected. */
    boolean importAll(ImportLines file) throws IOException {
        for (var line = file.next(); line != null; line = file.next()) {
            lines++;
            add(line);
            if (batch.size() == BATCH) {
                insertBatch();
            }
            if (lines % LINES_PER_REPORT == 0) {
                log.info("Line {}: {}", lines, counts());
            }
        }
        insertBatch();
        log.info("Read {} lines: {}", lines, counts());
        return rejected == 0;
    }

    private void add(byte[] line) {
        if (line.length > ImportLines.MAX_BYTES) {
            reject(lines, "the line is longer than 16 KiB");
        } else if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
            parse(line);
        }
    }

    private void parse(byte[] line) {
        try {
            var user = json.read(line, ImportedUser.class);
            user.violation()
                    .or(() -> repetition(user))
                    .ifPresentOrElse(reason -> reject(lines, reason), () -> add(user));
        } catch (ProblemException invalid) {
            reject(
                    lines,
                    invalid.getCode() == ProblemCode.MALFORMED_REQUEST
                            ? "the line is not a JSON object"
                            : invalid.getMessage());
        }
    }

    private void add(ImportedUser user) {
        batch.add(user);
        linesByEmail.put(user.email(), lines);
    }

    private Optional<String> repetition(ImportedUser user) {
        return repetition("email", user.email())
                .or(() -> repetition("phone", user.phone()))
                .or(() -> repetition("externalSubject", user.externalSubject()));
    }

    private Optional<String> repetition(String field, String value) {
        return value == null || values.add(field + " " + value)
                ? Optional.empty()
                : Optional.of("an earlier line has the same " + field);
    }

    private void insertBatch() {
        accounts.insert(batch).forEach(this::count);
        batch.clear();
        linesByEmail.clear();
    }

    private void count(String email, Result result) {
        switch (result) {
            case IMPORTED -> imported++;
            case EXISTING -> existing++;
            case PHONE_TAKEN -> reject(linesByEmail.get(email), "another account has the phone");
            case IDENTITY_TAKEN -> reject(linesByEmail.get(email), "another account has the externalSubject");
        }
    }

    private void reject(long line, String reason) {
        rejected++;
        log.error("Line {} is rejected: {}", line, reason);
    }

    private String counts() {
        return "%s imported, %s skipped (existing), %s rejected".formatted(imported, existing, rejected);
    }
}
