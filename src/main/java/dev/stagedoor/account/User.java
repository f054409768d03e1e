package dev.stagedoor.account;

import dev.stagedoor.platform.persistence.UuidV7;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.DynamicUpdate;
import org.springframework.data.domain.Persistable;

/** The users row. Updates contain only changed columns, so that they do not overwrite concurrent changes of other columns. */
@Entity
@Table(schema = "users", name = "users")
@DynamicUpdate
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class User implements Persistable<UUID> {

    @Id
    private UUID id;

    private String email;
    private String phone;
    private String passwordHash;
    private String betterAuthId;
    private String firstName;
    private String lastName;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean isOrganizer;
    private boolean emailVerified;
    private boolean phoneVerified;
    private boolean isActive;
    private Instant lastLoginAt;
    private Instant credentialsChangedAt;
    private Instant createdAt;
    private Instant updatedAt;

    @Transient
    private boolean persisted;

    private User(String email, String firstName, String lastName, Instant now) {
        this.id = UuidV7.next();
        this.email = email;
        this.firstName = firstName;
        this.lastName = lastName;
        this.role = Role.PARTICIPANT;
        this.isActive = true;
        this.createdAt = now;
        this.updatedAt = now;
    }

    static User register(Registration registration, String passwordHash, Instant now) {
        var user = new User(registration.email(), registration.firstName(), registration.lastName(), now);
        user.phone = registration.phone();
        user.passwordHash = passwordHash;
        return user;
    }

    static User registerExternal(ExternalRegistration registration, Instant now) {
        var user = new User(registration.email(), registration.firstName(), registration.lastName(), now);
        user.emailVerified = registration.emailVerified();
        user.betterAuthId = registration.betterAuthId();
        return user;
    }

    static User ofImport(ImportedUser imported, Instant now) {
        var user = new User(imported.email(), imported.firstName(), imported.lastName(), now);
        user.phone = imported.phone();
        user.emailVerified = imported.emailVerified();
        user.phoneVerified = imported.phoneVerified();
        user.passwordHash = imported.passwordHash();
        user.betterAuthId = imported.externalSubject();
        return user;
    }

    /** Keeps an earlier subject, because the column contains one. */
    void link(String newBetterAuthId, Instant now) {
        if (betterAuthId == null) {
            betterAuthId = newBetterAuthId;
        }
        updatedAt = now;
    }

    /** @param remainingBetterAuthId null if no identity of the first provider remains */
    void unlink(String remainingBetterAuthId, Instant now) {
        betterAuthId = remainingBetterAuthId;
        updatedAt = now;
    }

    /** Rejects tokens of identity providers that were issued earlier. */
    void rejectEarlierTokens(Instant now) {
        credentialsChangedAt = now;
    }

    void becomeAdmin(Instant now) {
        role = Role.ADMIN;
        emailVerified = true;
        updatedAt = now;
    }

    /** Returns whether the account was changed. */
    boolean becomeOrganizer(Instant now) {
        var changed = !isOrganizer;
        if (changed) {
            isOrganizer = true;
            touch(now);
        }
        return changed;
    }

    void verifyEmail(Instant now) {
        if (!emailVerified) {
            emailVerified = true;
            updatedAt = now;
        }
    }

    void deactivate(Instant now) {
        isActive = false;
        updatedAt = now;
    }

    void restore(Instant now) {
        isActive = true;
        updatedAt = now;
    }

    AccountRights rights() {
        return new AccountRights(role, isActive, isOrganizer);
    }

    void grant(AccountRights rights, Instant now) {
        var wasActive = isActive;
        role = rights.role();
        isActive = rights.active();
        isOrganizer = rights.organizer();
        if (isActive != wasActive) {
            updatedAt = now;
        } else {
            touch(now);
        }
    }

    /** Removes all personal data. No password matches the hash {@code !}. */
    void anonymize(Instant now) {
        email = AnonymizedUsers.email(id);
        phone = null;
        passwordHash = "!";
        betterAuthId = null;
        firstName = "Deleted";
        lastName = "User";
        role = Role.PARTICIPANT;
        isOrganizer = false;
        emailVerified = false;
        phoneVerified = false;
        lastLoginAt = null;
        credentialsChangedAt = null;
        updatedAt = now;
    }

    /** Keeps {@code updatedAt} of inactive accounts, because their grace period starts at that time. */
    private void touch(Instant now) {
        if (isActive) {
            updatedAt = now;
        }
    }

    void rename(String newFirstName, String newLastName, Instant now) {
        if (!firstName.equals(newFirstName) || !lastName.equals(newLastName)) {
            firstName = newFirstName;
            lastName = newLastName;
            updatedAt = now;
        }
    }

    void changePhone(String newPhone, Instant now) {
        if (!Objects.equals(phone, newPhone)) {
            phone = newPhone;
            phoneVerified = false;
            updatedAt = now;
        }
    }

    @Override
    public boolean isNew() {
        return !persisted;
    }

    @PostLoad
    @PostPersist
    void markPersisted() {
        persisted = true;
    }
}
