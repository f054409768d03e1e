package dev.stagedoor.support;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.account.Credentials.VerifiedPassword;
import dev.stagedoor.account.ExternalRegistration;
import dev.stagedoor.account.RegistrationService;
import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.RawPassword;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Registers users without HTTP. All share one password hash, because hashing is the most expensive part of a registration. */
final class SharedPasswordRegistrar implements Registrar {

    private final RegistrationService registrations;
    private final SessionService sessions;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final String passwordHash;

    SharedPasswordRegistrar(
            RegistrationService registrations,
            SessionService sessions,
            JdbcClient jdbc,
            TransactionOperations transaction,
            PasswordHashes hashes) {
        this.registrations = registrations;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.passwordHash = hashes.hash(RawPassword.of(People.PASSWORD));
    }

    @Override
    public Person register(String email) {
        var id = transaction.execute(status -> insert(email));
        var session = sessions.open(new VerifiedPassword(id, passwordHash), "Java");
        return new Person(id, email, People.PASSWORD, session.accessToken(), session.refreshToken());
    }

    private UUID insert(String email) {
        var id = registrations.registerExternal(
                new ExternalRegistration(null, email, false, "Mia", "Lindqvist", "", ""));
        jdbc.sql("UPDATE users.users SET password_hash = ? WHERE id = ?")
                .params(passwordHash, id)
                .update();
        return id;
    }
}
