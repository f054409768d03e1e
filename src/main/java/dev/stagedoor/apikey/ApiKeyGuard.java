package dev.stagedoor.apikey;

import dev.stagedoor.platform.persistence.TransactionGuard;
import dev.stagedoor.platform.security.ApiKeyCaller;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Checks the API key of the caller again in the transaction of each write, and locks it. */
@Component
@RequiredArgsConstructor
class ApiKeyGuard implements TransactionGuard {

    private final ApiKeyRepository keys;
    private final Clock clock;

    /** @throws BadCredentialsException if the key has expired or was revoked */
    @Override
    public void check() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof ApiKeyCaller caller) {
            keys.findForShareById(caller.id())
                    .filter(key -> key.isValidAt(clock.instant()))
                    .orElseThrow(() -> new BadCredentialsException("The API key is no longer valid"));
        }
    }
}
