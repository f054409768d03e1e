package dev.stagedoor.access;

import dev.stagedoor.access.ExternalIdentityRepository.LinkedAccount;
import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.RegistrationService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Service;

/** Links external identities with accounts, on the first request of an identity or explicitly by the account's owner. */
@Slf4j
@Service
@RequiredArgsConstructor
public class ExternalIdentities {

    private final ExternalTokens tokens;
    private final ExternalIdentityRepository identities;
    private final RegistrationService registrations;
    private final AccountService accounts;
    private final SecurityLog securityLog;

    /**
     * Links the token's identity with the caller's account.
     *
     * @throws ProblemException {@code invalid-token}; {@code identity-taken} if the identity or the account already has
     *                          another link
     */
    public void link(CurrentUser caller, String token) {
        accounts.linkIdentity(caller.userId(), verified(token).betterAuthId());
        securityLog.record(SecurityEvent.IDENTITY_LINKED, caller.userId());
    }

    /**
     * Returns the caller of a verified identity. Creates the account on the first request. Returns an empty result if the
     * account is not active.
     *
     * @throws ProblemException {@code account-link-required} if another account has the email; {@code forbidden} if the
     *     token contains no email
     */
    Optional<CurrentUser> caller(ExternalIdentity identity) {
        return Optional.of(identities.find(identity.betterAuthId()).orElseGet(() -> register(identity)))
                .filter(LinkedAccount::active)
                .map(LinkedAccount::caller);
    }

    /** Only one of several concurrent requests creates the account. The others read it. */
    private LinkedAccount register(ExternalIdentity identity) {
        try {
            securityLog.record(SecurityEvent.REGISTERED, registrations.registerExternal(identity.toRegistration()));
        } catch (ProblemException problem) {
            if (problem.getCode() == ProblemCode.VALIDATION_FAILED) {
                throw new ProblemException(ProblemCode.FORBIDDEN, "email-missing-in-token");
            }
            log.debug("No account was created for an external identity: {}", problem.getCode());
        }
        return identities.find(identity.betterAuthId()).orElseThrow(ExternalIdentities::linkRequired);
    }

    private ExternalIdentity verified(String token) {
        try {
            return tokens.read(token).orElseThrow(ExternalIdentities::invalid);
        } catch (JwtException invalidToken) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(ProblemCode.INVALID_TOKEN, "identity-provider");
    }

    private static ProblemException linkRequired() {
        return new ProblemException(ProblemCode.ACCOUNT_LINK_REQUIRED);
    }
}
