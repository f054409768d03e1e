package dev.stagedoor.catalog;

import dev.stagedoor.catalog.CatalogChanged.Change;
import dev.stagedoor.catalog.CatalogChanged.Difference;
import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores companies and activities. All operations are idempotent. Changes by an admin publish {@link CatalogChanged}. */
@Service
@Transactional
@RequiredArgsConstructor
public class CatalogService {

    private final CatalogRepository catalog;
    private final MembershipService members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Returns whether the company was created. */
    public boolean putCompany(CurrentUser actor, UUID id, PutCompanyDto company) {
        var difference = catalog.put(new CompanyRefDto(id, company.name()), clock.instant());
        difference.filter(change -> !change.isNew()).ifPresent(change -> members.publishChange(id));
        publish(actor, Change.COMPANY_PUT, difference.stream().toList());
        return difference.filter(Difference::isNew).isPresent();
    }

    /**
     * Returns whether the activity was created.
     *
     * @throws ProblemException {@code not-found} if the company does not exist
     */
    public boolean putActivity(CurrentUser actor, CatalogActivityDto activity) {
        if (catalog.lockCompanies(List.of(activity.companyId())).isEmpty()) {
            throw ProblemException.notFound("company");
        }
        return write(actor, List.of(activity)).created() == 1;
    }

    /**
     * Stores all activities or none.
     *
     * @throws ProblemException {@code validation-failed} with every invalid item and its index
     */
    public BulkResultDto putActivities(CurrentUser actor, List<CatalogActivityDto> activities) {
        var invalidFields = Stream.concat(repeated(activities), unknownCompanies(activities))
                .toList();
        if (!invalidFields.isEmpty()) {
            throw ProblemException.invalid(invalidFields);
        }
        return write(actor, activities);
    }

    /** Deletes an activity and its favorites. */
    public void deleteActivity(CurrentUser actor, UUID id) {
        if (!catalog.lockActivity(id)) {
            return;
        }
        events.publishEvent(new ActivitiesLeaving(List.of(id)));
        publish(
                actor,
                Change.ACTIVITY_DELETED,
                catalog.deleteActivity(id).stream().toList());
    }

    private BulkResultDto write(CurrentUser actor, List<CatalogActivityDto> activities) {
        var now = clock.instant();
        var created = catalog.add(activities, now);
        var updated = change(activities, now);
        publish(
                actor,
                Change.ACTIVITY_PUT,
                Stream.concat(created.stream(), updated.stream()).toList());
        return new BulkResultDto(created.size(), updated.size(), activities.size() - created.size() - updated.size());
    }

    private List<Difference> change(List<CatalogActivityDto> activities, Instant now) {
        var moving = catalog.lockAndFindMoving(activities);
        if (moving.isEmpty()) {
            return catalog.change(activities, now);
        }
        events.publishEvent(new ActivitiesLeaving(moving));
        var changed = catalog.change(activities, now);
        events.publishEvent(new ActivitiesMoved(moving));
        return changed;
    }

    /** Changes by the catalog itself are not audited, because the catalog is the source of the data. */
    private void publish(CurrentUser actor, Change change, List<Difference> differences) {
        if (actor != null && !differences.isEmpty()) {
            events.publishEvent(new CatalogChanged(actor, change, differences));
        }
    }

    private static Stream<InvalidField> repeated(List<CatalogActivityDto> activities) {
        var seen = new HashSet<UUID>();
        return invalidFields(
                activities, activity -> !seen.add(activity.id()), "id", "duplicate", "duplicates-an-earlier-item");
    }

    private Stream<InvalidField> unknownCompanies(List<CatalogActivityDto> activities) {
        var known = catalog.lockCompanies(activities.stream()
                .map(CatalogActivityDto::companyId)
                .distinct()
                .toList());
        return invalidFields(
                activities,
                activity -> !known.contains(activity.companyId()),
                "companyId",
                InvalidField.UNKNOWN,
                "is-not-a-known-company");
    }

    private static Stream<InvalidField> invalidFields(
            List<CatalogActivityDto> activities,
            Predicate<CatalogActivityDto> isInvalid,
            String field,
            String code,
            String rule) {
        return IntStream.range(0, activities.size())
                .filter(index -> isInvalid.test(activities.get(index)))
                .mapToObj(index -> InvalidField.of("items[%s].%s".formatted(index, field), code, rule));
    }
}
