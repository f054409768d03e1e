package dev.stagedoor.account.password;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that sets the password of a new account. */
public interface NewPassword {

    @Nullable
    String password();

    /** Returns the email and the names, which the password must not consist of. Excludes missing values. */
    List<String> personal();
}
