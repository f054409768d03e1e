package dev.stagedoor.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<User, UUID>, JpaSpecificationExecutor<User>, UserStatements {

    /** Deleted by the owner before the given time, not suspended by an admin before that, and not yet anonymized. */
    String DUE = """
            NOT is_active AND updated_at <= :before
            AND NOT EXISTS (SELECT FROM users.suspensions s WHERE s.user_id = users.id AND NOT s.deleted)
            AND email <> CAST(id AS text) || '""" + AnonymizedUsers.DOMAIN + "'";

    void flush();

    void delete(User user);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<User> findForUpdateById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<User> findByRoleAndIsActiveTrueOrderById(Role role);

    boolean existsByEmailAndCreatedAtAfter(String email, Instant time);

    /** Returns whether the account's owner has deleted it, and no admin has suspended it. */
    @Query("""
            SELECT count(u) > 0 FROM User u WHERE u.email = :email AND u.isActive = false
            AND NOT EXISTS (SELECT s FROM Suspension s WHERE s.userId = u.id)""")
    boolean isDeleted(String email);

    boolean existsByEmail(String email);

    boolean existsByPhone(String phone);

    boolean existsByPhoneAndIdNot(String phone, UUID id);

    boolean existsByRole(Role role);

    boolean existsByIdAndEmailVerifiedFalse(UUID id);

    boolean existsByIdAndRole(UUID id, Role role);

    Optional<AdminUserDto> findAdminUserById(UUID id);

    Optional<StoredPassword> findPasswordById(UUID id);

    Optional<StoredPassword> findPasswordByEmail(String email);

    /** Returns 0 if the password is not {@code current}. */
    @Modifying
    @Query("""
            UPDATE User SET passwordHash = :next, credentialsChangedAt = :now, updatedAt = :now
            WHERE id = :id AND passwordHash = :current""")
    int replacePassword(UUID id, String current, String next, Instant now);

    /** Also marks the email as verified, because the link was sent to it. Returns 0 if the account is not active. */
    @Modifying
    @Query("""
            UPDATE User SET passwordHash = :next, credentialsChangedAt = :now, emailVerified = true, updatedAt = :now
            WHERE id = :id AND isActive = true""")
    int resetPassword(UUID id, String next, Instant now);

    /** Returns 0 if the account is not active or its password is not {@code passwordHash}. */
    @Modifying
    @Query("""
            UPDATE User SET lastLoginAt = :now, passwordHash = :renewedHash
            WHERE id = :id AND isActive = true AND passwordHash IN (:passwordHash, :renewedHash)""")
    int recordSignIn(UUID id, String passwordHash, String renewedHash, Instant now);

    @NativeQuery("SELECT count(*) FROM users.users WHERE " + DUE)
    long countDue(Instant before);

    /** Returns due accounts in id order, starting after {@code last}. */
    @NativeQuery("SELECT id FROM users.users WHERE " + DUE + " AND id > :last ORDER BY id")
    List<UUID> findDue(Instant before, UUID last, Limit limit);

    /**
     * Locks the account. {@code FOR UPDATE}, unlike the locks of JPA, also blocks inserts of rows that reference the account.
     *
     * @return empty if the account is not due or another transaction has locked it
     */
    @NativeQuery("SELECT * FROM users.users WHERE id = :id AND " + DUE + " FOR UPDATE SKIP LOCKED")
    Optional<User> lockDue(UUID id, Instant before);

    @Query("""
            SELECT count(u) AS users, count(u) FILTER (WHERE u.isActive = true) AS active,
                   count(u) FILTER (WHERE u.role = 'PARTICIPANT') AS participants,
                   count(u) FILTER (WHERE u.role = 'ADMIN') AS admins,
                   count(u) FILTER (WHERE u.createdAt > :since) AS signups
            FROM User u""")
    Counts count(Instant since);

    /** The number of accounts. {@code signups} are those created since a point in time. */
    record Counts(long users, long active, long participants, long admins, long signups) {}
}
