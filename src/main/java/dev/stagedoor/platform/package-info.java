/** Technical foundation of all features. It depends on no feature. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.stagedoor.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
