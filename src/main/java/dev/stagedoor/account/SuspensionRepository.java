package dev.stagedoor.account;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SuspensionRepository extends Repository<Suspension, UUID> {

    Suspension save(Suspension suspension);

    void deleteById(UUID userId);

    boolean existsById(UUID userId);
}
