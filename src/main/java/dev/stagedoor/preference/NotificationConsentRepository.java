package dev.stagedoor.preference;

import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NotificationConsentRepository extends Repository<NotificationConsent, UUID>, NotificationConsentStatements {

    @Modifying
    @Query("DELETE FROM NotificationConsent c WHERE c.userId = :userId")
    void deleteByUserId(UUID userId);
}
