-- Whether a node counts alone, which it goes on to until the transaction ends: its row cannot be taken for
-- ended meanwhile. A node that was cut off while it handed its counts over hands over nothing by it.
CREATE FUNCTION gate_node_counts_alone(node uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM public.nodes n WHERE n.id = node AND n.counts = 'alone' FOR SHARE;
    RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION gate_node_counts_alone(uuid) FROM PUBLIC;
