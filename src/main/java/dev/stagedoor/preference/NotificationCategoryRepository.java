package dev.stagedoor.preference;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface NotificationCategoryRepository extends Repository<NotificationCategory, String> {

    List<NotificationCategory> findAllByOrderByPositionAscKeyAsc();

    Optional<NotificationCategory> findByKey(String key);
}
