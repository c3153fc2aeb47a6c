package io.partnerflow.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression in a model can name: delegates, and no other bean. Looked up when asked for, because delegates need
 * the engine and the engine needs this.
 */
class DelegatesOnly extends AbstractMap<Object, Object> {

    private final BeanFactory beans;

    DelegatesOnly(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return beans.containsBean(name.toString()) && beans.isTypeMatch(name.toString(), ProcessDelegate.class);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean(name.toString()) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
