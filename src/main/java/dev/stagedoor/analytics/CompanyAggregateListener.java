package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivitiesLeaving;
import dev.stagedoor.catalog.ActivitiesMoved;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Updates the aggregates of companies when activities move or are deleted. */
@Component
@RequiredArgsConstructor
class CompanyAggregateListener {

    private final AggregateRepository aggregates;

    /** Locks the aggregates until the activities are deleted, so that a rollup cannot add to them in between. */
    @EventListener
    void on(ActivitiesLeaving event) {
        aggregates.lock();
        aggregates.subtractFromCompanies(event.ids());
    }

    @EventListener
    void on(ActivitiesMoved event) {
        aggregates.addToCompanies(event.ids());
    }
}
