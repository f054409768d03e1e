/** The technical ground every room stands on. It knows no feature. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package dev.stagedoor.platform;

import org.springframework.modulith.ApplicationModule;
