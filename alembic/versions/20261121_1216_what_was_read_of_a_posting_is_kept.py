"""what was read of a posting is kept"""

import sqlalchemy as sa
from alembic import op

revision = '7161fe7364ec'
down_revision = 'a6f1e2a7beb6'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('match_analyses', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reading', sa.JSON(), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('match_analyses', schema=None) as batch_op:
        batch_op.drop_column('reading')

