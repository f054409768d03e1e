package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.SharedSecrets;
import dev.stagedoor.platform.security.SignedValues;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Encodes the keyset position at the end of a page as an opaque, signed string. A cursor is valid only for its scope: the same
 * list, owner and filters.
 */
@Component
public class Cursors {

    private final SignedValues positions;

    Cursors(SharedSecrets secrets) {
        this.positions = new SignedValues(secrets.random("cursors"));
    }

    /** Returns the cursor of a position. The values must not contain {@code |}. */
    public String seal(String scope, Object... values) {
        return positions.seal(scope, values);
    }

    /**
     * Returns the values of a cursor.
     *
     * @throws ProblemException {@code invalid-cursor} if the cursor was not created for this scope
     */
    public List<String> open(String scope, String cursor) {
        return positions.open(scope, cursor).orElseThrow(() -> new ProblemException(ProblemCode.INVALID_CURSOR));
    }
}
