package dev.stagedoor.preference;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface NotificationCategoryRepository
        extends Repository<NotificationCategory, String>, NotificationCategoryStatements {

    List<NotificationCategory> findAllByOrderByPositionAscKeyAsc();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<NotificationCategory> findForUpdateByKey(String key);

    @Lock(LockModeType.PESSIMISTIC_READ)
    List<NotificationCategory> findForShareByKeyInOrderByKey(Collection<String> keys);

    void delete(NotificationCategory category);
}
