package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivitiesLeaving;
import dev.stagedoor.catalog.ActivitiesMoved;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the days of the companies the sum over the activities they have, when activities come and go. */
@Component
@RequiredArgsConstructor
class CompanyAggregateListener {

    private final AggregateRepository figures;

    /** Nobody folds from here until the activities are gone, so no day of theirs is left behind. */
    @EventListener
    void on(ActivitiesLeaving parting) {
        figures.awaitTurn();
        figures.part(parting.ids());
    }

    @EventListener
    void on(ActivitiesMoved joined) {
        figures.join(joined.ids());
    }
}
