package dev.stagedoor.preference;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface NotificationCategoryRepository
        extends Repository<NotificationCategory, String>, NotificationCategoryStatements {

    List<NotificationCategory> findAllByOrderByPositionAscKeyAsc();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<NotificationCategory> findForUpdateByKey(String key);

    void delete(NotificationCategory category);
}
