package dev.stagedoor.admin.web;

import dev.stagedoor.account.Role;
import dev.stagedoor.admin.AuditAction;
import dev.stagedoor.platform.web.strict.ParameterEditor;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.stereotype.Component;

/** Converts the enum query parameters of the admin API. */
@Component
class AdminParameters implements PropertyEditorRegistrar {

    @Override
    public void registerCustomEditors(PropertyEditorRegistry registry) {
        registry.registerCustomEditor(Role.class, ParameterEditor.ofEnum(Role.class));
        registry.registerCustomEditor(AuditAction.class, ParameterEditor.ofEnum(AuditAction.class));
    }
}
