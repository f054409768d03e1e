package dev.stagedoor.profile;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserProfileRepository extends Repository<UserProfile, UUID>, UserProfileStatements {

    Optional<UserProfile> findByUserId(UUID userId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<UserProfile> findForUpdateByUserId(UUID userId);

    @Modifying
    @Query("DELETE FROM UserProfile p WHERE p.userId = :userId")
    void deleteByUserId(UUID userId);
}
