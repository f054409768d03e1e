package dev.stagedoor.apikey;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface ApiKeyRepository extends Repository<StoredApiKey, UUID> {

    StoredApiKey saveAndFlush(StoredApiKey key);

    Optional<StoredApiKey> findOneById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_READ)
    Optional<StoredApiKey> findForShareById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<StoredApiKey> findForUpdateByIdAndRevokedAtIsNull(UUID id);

    List<StoredApiKey> findByRevokedAtIsNullOrderByCreatedAtDescIdDesc();

    /** Does nothing while a write with the key locks its row. */
    @Modifying
    @Transactional
    @NativeQuery("""
            UPDATE access.api_keys SET last_used_at = :now
            WHERE id = (SELECT id FROM access.api_keys WHERE id = :id FOR NO KEY UPDATE SKIP LOCKED)""")
    void recordUse(UUID id, Instant now);
}
