package io.partnerflow.engine;

import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Stands before every other resolver and refuses properties and methods of anything: an expression may name a variable,
 * a delegate or {@code execution.processBusinessKey}, and that is all our models need. This is what keeps
 * CVE-2026-109432 (expressions smuggled into the {@code orQueries} of a task query) from reaching a class, a class
 * loader or a bean's methods.
 */
class NoMembers extends ELResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (!(base instanceof DelegateExecution && "processBusinessKey".equals(property))) {
            refuseMembersOf(base, property);
        }
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        refuseMembersOf(base, method);
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        refuseMembersOf(base, property);
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        refuseMembersOf(base, property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        refuseMembersOf(base, property);
        return true;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Iterator getFeatureDescriptors(ELContext context, Object base) {
        return java.util.Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base == null ? Object.class : null;
    }

    private static void refuseMembersOf(Object base, Object member) {
        if (base != null) {
            throw new ELException("an expression may name a variable or a delegate, not the member " + member);
        }
    }
}
