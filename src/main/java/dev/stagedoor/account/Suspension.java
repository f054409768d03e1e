package dev.stagedoor.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.NoArgsConstructor;

/** An account that an admin deactivated, unlike an account that its owner deleted. */
@Entity
@Table(schema = "users", name = "suspensions")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@AllArgsConstructor(access = AccessLevel.PACKAGE)
class Suspension {

    @Id
    private UUID userId;

    /** Whether the owner had deleted the account before. The account is then purged. */
    private boolean deleted;

    private Instant createdAt;
}
