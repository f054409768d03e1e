package dev.stagedoor.favorite;

import dev.stagedoor.catalog.ActivitiesJoin;
import dev.stagedoor.catalog.ActivitiesPart;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the days of the companies the sum over the activities they have, when activities come and go. */
@Component
@RequiredArgsConstructor
class CompanyFigures {

    private final FigureStore figures;

    /** Nobody folds from here until the activities are gone, so no day of theirs is left behind. */
    @EventListener
    void on(ActivitiesPart parting) {
        figures.awaitTurn();
        figures.part(parting.ids());
    }

    @EventListener
    void on(ActivitiesJoin joined) {
        figures.join(joined.ids());
    }
}
