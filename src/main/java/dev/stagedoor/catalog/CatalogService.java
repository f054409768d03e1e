package dev.stagedoor.catalog;

import dev.stagedoor.platform.problem.Fault;
import dev.stagedoor.platform.problem.ProblemException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what the catalog pushes. Pushing the same again changes nothing. */
@Service
@Transactional
@RequiredArgsConstructor
public class CatalogService {

    private final CatalogStore store;
    private final Clock clock;

    /** Whether the company was new. */
    public boolean putCompany(UUID id, PutCompanyDto company) {
        return store.put(id, company.name(), clock.instant());
    }

    /** Whether the activity was new; {@code not-found} for an unknown company. */
    public boolean putActivity(CatalogActivityDto activity) {
        if (store.known(List.of(activity.companyId())).isEmpty()) {
            throw ProblemException.notFound("company");
        }
        return write(List.of(activity)).created() == 1;
    }

    /** Takes all or, where one is at fault, none: {@code validation-failed} then lists every fault with its index. */
    public BulkResultDto putActivities(List<CatalogActivityDto> activities) {
        var faults = Stream.concat(repeated(activities), unknownCompanies(activities))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return write(activities);
    }

    /** The activity's favorites go with it. */
    public void deleteActivity(UUID id) {
        store.deleteActivity(id);
    }

    private BulkResultDto write(List<CatalogActivityDto> activities) {
        var now = clock.instant();
        var created = store.add(activities, now);
        var updated = store.change(activities, now);
        return new BulkResultDto(created, updated, activities.size() - created - updated);
    }

    private static Stream<Fault> repeated(List<CatalogActivityDto> activities) {
        var seen = new HashSet<UUID>();
        return faults(activities, activity -> !seen.add(activity.id()), "id", "duplicate", "stands in the list before");
    }

    private Stream<Fault> unknownCompanies(List<CatalogActivityDto> activities) {
        var known = store.known(activities.stream()
                .map(CatalogActivityDto::companyId)
                .distinct()
                .toList());
        return faults(
                activities,
                activity -> !known.contains(activity.companyId()),
                "companyId",
                Fault.UNKNOWN,
                "is no known company");
    }

    private static Stream<Fault> faults(
            List<CatalogActivityDto> activities,
            Predicate<CatalogActivityDto> atFault,
            String field,
            String code,
            String message) {
        return IntStream.range(0, activities.size())
                .filter(index -> atFault.test(activities.get(index)))
                .mapToObj(index -> new Fault("items[%d].%s".formatted(index, field), code, message));
    }
}
