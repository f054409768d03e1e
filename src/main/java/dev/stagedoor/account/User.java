package dev.stagedoor.account;

import dev.stagedoor.platform.persistence.UuidV7;
import jakarta.persistence.Column;
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

/** The users row. Updates contain only changed columns, so that they do not overwrite concurrent changes of others. */
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

    @Column(name = "is_organizer")
    private boolean organizer;

    private boolean emailVerified;
    private boolean phoneVerified;

    @Column(name = "is_active")
    private boolean active;

    /** Written by {@code access} at every sign-in. */
    @Column(insertable = false, updatable = false)
    private Instant lastLoginAt;

    @Column(insertable = false, updatable = false)
    private Instant credentialsChangedAt;

    private Instant createdAt;
    private Instant updatedAt;

    @Transient
    private boolean persisted;

    static User register(Registration registration, String passwordHash, Instant now) {
        var user = new User();
        user.id = UuidV7.next();
        user.email = registration.email();
        user.phone = registration.phone();
        user.passwordHash = passwordHash;
        user.firstName = registration.firstName();
        user.lastName = registration.lastName();
        user.role = Role.PARTICIPANT;
        user.active = true;
        user.createdAt = now;
        user.updatedAt = now;
        return user;
    }

    static User registerExternal(ExternalRegistration registration, Instant now) {
        var user = new User();
        user.id = UuidV7.next();
        user.email = registration.email();
        user.emailVerified = registration.emailVerified();
        user.betterAuthId = registration.betterAuthId();
        user.firstName = registration.firstName();
        user.lastName = registration.lastName();
        user.role = Role.PARTICIPANT;
        user.active = true;
        user.createdAt = now;
        user.updatedAt = now;
        return user;
    }

    /** Returns false if the account is linked with another identity. */
    boolean link(String newBetterAuthId, Instant now) {
        if (betterAuthId == null) {
            betterAuthId = newBetterAuthId;
            updatedAt = now;
        }
        return betterAuthId.equals(newBetterAuthId);
    }

    void becomeAdmin(Instant now) {
        role = Role.ADMIN;
        emailVerified = true;
        updatedAt = now;
    }

    /** Returns whether the account was changed. */
    boolean becomeOrganizer(Instant now) {
        var changed = !organizer;
        if (changed) {
            organizer = true;
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
        active = false;
        updatedAt = now;
    }

    void restore(Instant now) {
        active = true;
        updatedAt = now;
    }

    AccountRights rights() {
        return new AccountRights(role, active, organizer);
    }

    void grant(AccountRights rights, Instant now) {
        var wasActive = active;
        role = rights.role();
        active = rights.active();
        organizer = rights.organizer();
        if (active != wasActive) {
            updatedAt = now;
        } else {
            touch(now);
        }
    }

    /** Keeps {@code updatedAt} of inactive accounts, because their grace period starts at that time. */
    private void touch(Instant now) {
        if (active) {
            updatedAt = now;
        }
    }

    void rename(String newFirstName, String newLastName, Instant now) {
        firstName = newFirstName;
        lastName = newLastName;
        updatedAt = now;
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
