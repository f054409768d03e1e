package dev.stagedoor.access;

import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;

/** Creates a new signing key. With {@code --now}, the earlier keys become invalid immediately. */
@Slf4j
@Component
@JobDefinition(value = "rotate-signing-key", options = SigningKeyRotation.NOW)
@RequiredArgsConstructor
class SigningKeyRotation implements Job {

    static final String NOW = "now";

    private final SigningKeys keys;
    private final SigningKeyStore store;
    private final ApplicationArguments arguments;

    @Override
    public boolean run() {
        if (keys.isConfigured()) {
            log.error("STAGEDOOR_JWT_PRIVATE_KEY is set. Replace its value and restart all instances");
            return false;
        }
        var immediately = arguments.containsOption(NOW);
        var kid = store.rotate(immediately);
        if (immediately) {
            log.info("The key {} signs now. Earlier keys are invalid", kid);
        } else {
            log.info("The key {} signs in 20 seconds. Earlier keys verify until their last token has expired", kid);
        }
        return true;
    }
}
