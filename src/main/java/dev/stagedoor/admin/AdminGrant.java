package dev.stagedoor.admin;

import dev.stagedoor.account.AccountRights;
import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.Role;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.job.JobOutput;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the verified account with an email address an active super-admin. */
@Slf4j
@Component
@JobDefinition(value = "grant-admin", options = AdminGrant.EMAIL + "=")
@RequiredArgsConstructor
class AdminGrant implements Job {

    static final String EMAIL = "email";

    private static final AccountRights ACTIVE_ADMIN = new AccountRights(Role.ADMIN, true, null);

    private final AccountService accounts;
    private final AuditLog auditLog;
    private final TransactionOperations transaction;
    private final JobOutput output;
    private final ApplicationArguments arguments;

    @Override
    public boolean run() {
        var userId = accounts.findId(arguments.getOptionValues(EMAIL).get(0));
        if (userId.isEmpty()) {
            log.error("No account has this email address");
            return false;
        }
        try {
            output.print(transaction.execute(status -> grant(userId.get())));
            return true;
        } catch (ProblemException rejection) {
            log.error("Cannot change the account {}: {}", userId.get(), rejection.getMessage());
            return false;
        }
    }

    private String grant(UUID userId) {
        accounts.lock(userId);
        var before = accounts.read(userId);
        if (!accounts.grant(userId, ACTIVE_ADMIN)) {
            return "The account %s is already an active admin".formatted(userId);
        }
        auditLog.recordByOperator(
                AuditAction.USER_UPDATED,
                userId,
                Map.of("role", before.role(), "isActive", before.isActive()),
                Map.of("role", Role.ADMIN, "isActive", true));
        return "The account %s is an admin now".formatted(userId);
    }
}
