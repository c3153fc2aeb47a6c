CREATE INDEX document_owners ON document USING gin (owners); -- documents.Documents.ownedBy: the papers an organisation may read
