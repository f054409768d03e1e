package dev.stagedoor.preference;

import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NotificationChoiceRepository
        extends Repository<NotificationChoice, NotificationChoice.Key>, NotificationChoiceStatements {

    @Modifying
    @Query("DELETE FROM NotificationChoice c WHERE c.category = :category")
    void deleteByCategory(String category);

    @Modifying
    @Query("DELETE FROM NotificationChoice c WHERE c.userId = :userId")
    void deleteByUserId(UUID userId);
}
